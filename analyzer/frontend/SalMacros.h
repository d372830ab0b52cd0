// The macros the frontend defines itself, whatever headers say. Which annotations exist, not what they mean.
#pragma once

#include <string_view>

namespace irqlint::sal {

// clang-format off: lists of words, several to a line

// Annotations a summary keeps, without arguments.
inline constexpr std::string_view kKeptPlain[] = {
    "_IRQL_requires_same_", "_IRQL_saves_", "_IRQL_restores_", "_IRQL_is_cancel_",
    "_Kernel_float_saved_", "_Kernel_float_restored_", "_Kernel_float_used_",
    "_Requires_no_locks_held_",
    "__drv_sameIRQL", "__drv_savesIRQL", "__drv_restoresIRQL", "__drv_useCancelIRQL", "__drv_isCancelIRQL",
    "__drv_acquiresCriticalRegion", "__drv_releasesCriticalRegion", "__drv_mustHoldCriticalRegion",
    "__drv_neverHoldCriticalRegion", "__drv_holdsCriticalRegion", "__drv_acquiresPriorityRegion",
    "__drv_releasesPriorityRegion", "__drv_mustHoldPriorityRegion", "__drv_neverHoldPriorityRegion",
    "__drv_acquiresCancelSpinLock", "__drv_releasesCancelSpinLock", "__drv_mustHoldCancelSpinLock",
    "__drv_neverHoldCancelSpinLock", "__drv_holdsCancelSpinLock", "__drv_floatSaved", "__drv_floatRestored",
    "__drv_floatUsed", "__drv_inTry", "__drv_notInTry", "__drv_dispatchType_other",
};

// Annotations a summary keeps whose argument is a level.
inline constexpr std::string_view kKeptWithLevel[] = {
    "_IRQL_requires_max_", "_IRQL_requires_min_", "_IRQL_requires_", "_IRQL_always_function_max_",
    "_IRQL_always_function_min_", "_IRQL_raises_",
    "__drv_maxIRQL", "__drv_minIRQL", "__drv_requiresIRQL", "__drv_raisesIRQL", "__drv_setsIRQL",
    "__drv_maxFunctionIRQL", "__drv_minFunctionIRQL",
};

// Annotations a summary keeps, with other arguments.
inline constexpr std::string_view kKeptWithArguments[] = {
    "_IRQL_saves_global_", "_IRQL_restores_global_", "_IRQL_uses_cancel_",
    "__drv_savesIRQLGlobal", "__drv_restoresIRQLGlobal",
    "_When_", "_At_", "__drv_when", "__drv_at", "__drv_arg", "__drv_ret", "__drv_in", "__drv_out", "__drv_inout",
    "__drv_in_deref", "__drv_out_deref", "__drv_deref", "_On_failure_",
    "_Function_class_", "__drv_functionClass", "_Dispatch_type_", "__drv_dispatchType", "__drv_completionType",
    "__drv_callbackType",
    "_Acquires_lock_", "_Acquires_exclusive_lock_", "_Acquires_shared_lock_", "_Acquires_nonreentrant_lock_",
    "_Acquires_spin_lock_", "_Releases_lock_", "_Releases_exclusive_lock_", "_Releases_shared_lock_",
    "_Releases_nonreentrant_lock_", "_Releases_spin_lock_", "_Requires_lock_held_", "_Requires_exclusive_lock_held_",
    "_Requires_shared_lock_held_", "_Requires_spin_lock_held_", "_Requires_lock_not_held_", "_Post_same_lock_",
    "_Kernel_acquires_resource_", "_Kernel_releases_resource_", "_Kernel_requires_resource_held_",
    "_Kernel_requires_resource_not_held_", "_Kernel_clear_do_init_",
    "__drv_acquiresResource", "__drv_releasesResource", "__drv_acquiresResourceGlobal", "__drv_releasesResourceGlobal",
    "__drv_acquiresExclusiveResource", "__drv_releasesExclusiveResource", "__drv_acquiresExclusiveResourceGlobal",
    "__drv_releasesExclusiveResourceGlobal", "__drv_mustHold", "__drv_neverHold", "__drv_mustHoldGlobal",
    "__drv_neverHoldGlobal", "__drv_holds", "__drv_allocatesMem", "__drv_freesMem", "_Has_lock_kind_",
};

// Annotations that stand among statements; the macro use itself is what a summary keeps.
inline constexpr std::string_view kInBodies[] = {
    "_IRQL_limited_to_", "_Analysis_assume_lock_held_", "_Analysis_assume_lock_not_held_",
    "_Analysis_assume_lock_acquired_", "_Analysis_assume_lock_released_", "_Analysis_assume_same_lock_",
    "__analysis_assume_lock_held", "__analysis_assume_lock_acquired", "__analysis_assume_lock_released",
    "_Analysis_suppress_lock_checking_",
};

// Assertions whose only argument is the condition; a free build does not evaluate it.
inline constexpr std::string_view kAssertions[] = {
    "ASSERT", "NT_ASSERT", "NT_ASSERT_ASSUME", "NT_ASSERT_NOASSUME", "RTL_SOFT_ASSERT", "FLT_ASSERT", "NT_ANALYSIS_ASSUME",
    "__analysis_assume", "_Analysis_assume_", "__analysis_assert", "_ASSERT", "_ASSERTE", "assert",
};

// The same behind a message.
inline constexpr std::string_view kAssertionsWithMessage[] = {
    "ASSERTMSG", "NT_ASSERTMSG", "NT_ASSERTMSGW", "NT_ASSERTMSG_ASSUME", "NT_ASSERTMSGW_ASSUME",
    "NT_ASSERTMSG_NOASSUME", "NT_ASSERTMSGW_NOASSUME", "RTL_SOFT_ASSERTMSG", "FLT_ASSERTMSG",
};

// Assertions that are evaluated in every build.
inline constexpr std::string_view kVerifications[] = {
    "NT_VERIFY", "NT_FRE_ASSERT", "RTL_VERIFY", "RTL_SOFT_VERIFY",
};
inline constexpr std::string_view kVerificationsWithMessage[] = {
    "NT_VERIFYMSG", "NT_VERIFYMSGW", "NT_FRE_ASSERTMSG", "NT_FRE_ASSERTMSGW", "RTL_VERIFYMSG", "RTL_SOFT_VERIFYMSG",
};

// Words of the language that other compilers' headers define away: `extern` in such a definition would contradict the
// `static` of a driver's own function.
inline constexpr std::string_view kKeywords[] = {"__forceinline"};

// SAL that says nothing about the IRQL: defined as nothing where headers do not define it. Families are spelled as
// prefix x suffix, since that is how SAL builds its names.
inline constexpr std::string_view kEmptyPlain[] = {
    "_Use_decl_annotations_", "_Unreferenced_parameter_", "_Check_return_", "_Must_inspect_result_", "_Reserved_", "_Const_", "_Interlocked_",
    "_Interlocked_operand_", "_Literal_", "_Notliteral_", "_Notnull_", "_Maybenull_", "_Null_", "_Notref_", "_Points_to_data_",
    "_Null_terminated_", "_NullNull_terminated_", "_Frees_ptr_", "_Frees_ptr_opt_", "_Valid_", "_Notvalid_",
    "_Maybevalid_", "_Pre_valid_", "_Pre_notnull_", "_Pre_maybenull_", "_Pre_null_", "_Pre_opt_valid_", "_Pre_z_",
    "_Pre_invalid_", "_Pre_unknown_", "_Pre_notmaybenull_", "_Post_valid_", "_Post_invalid_", "_Post_notnull_",
    "_Post_maybenull_", "_Post_null_", "_Post_z_", "_Post_ptr_invalid_", "_Post_maybez_", "_Prepost_z_",
    "_Prepost_valid_", "_Prepost_opt_z_", "_Printf_format_string_", "_Scanf_format_string_", "_Scanf_s_format_string_",
    "_Format_string_", "_Field_z_", "_Struct_", "_Ret_", "_Ret_z_", "_Ret_valid_", "_Ret_notnull_", "_Ret_maybenull_",
    "_Ret_null_", "_Ret_opt_valid_", "_Ret_opt_z_", "_Ret_maybenull_z_", "_Analysis_noreturn_", "_Enum_is_bitflag_",
    "_Strict_type_match_", "_Points_to_", "_Outref_", "_Outref_result_maybenull_", "_Outref_result_nullonfailure_",
    "_Outptr_result_z_", "_Result_nullonfailure_", "_Result_zeroonfailure_", "_COM_Outptr_", "_COM_Outptr_opt_", "_COM_Outptr_result_maybenull_",
    "_COM_Outptr_opt_result_maybenull_",
    "_Kernel_entry_", "_Kernel_entry_always_", "_Deref_out_", "_Deref_out_opt_", "_Deref_opt_out_", "_Deref_opt_out_opt_",
    "_Deref_pre_z_", "_Deref_post_z_", "_Deref_post_opt_z_", "_Deref_prepost_z_", "_Deref_prepost_opt_z_",
    "_Deref_out_z_", "_Deref_out_opt_z_", "_Deref_opt_out_z_", "_Deref_opt_out_opt_z_", "_Deref_ret_z_",
    "_Deref_ret_opt_z_", "_Deref_pre_readonly_", "_Deref_pre_maybenull_", "_Deref_pre_notnull_", "_Deref_pre_null_",
    "_Deref_post_maybenull_", "_Deref_post_notnull_", "_Deref_post_null_", "_Deref_pre_valid_", "_Deref_post_valid_",
    "_Deref_pre_writeonly_", "_Pre_readonly_", "_Pre_writeonly_",
    "_Flt_CompletionContext_Outptr_", "_Flt_ConnectionCookie_Outptr_",
    "_No_competing_thread_", "_Benign_race_begin_", "_Benign_race_end_", "_No_competing_thread_begin_",
    "_No_competing_thread_end_",
    "__drv_aliasesMem", "__drv_interlocked", "__drv_notPointer", "__drv_isObjectPointer", "__drv_nonConstant",
    "__drv_constant",
    "__in", "__in_opt", "__in_z", "__in_z_opt", "__out", "__out_opt", "__out_z", "__out_z_opt", "__inout", "__inout_opt",
    "__inout_z", "__inout_z_opt", "__deref_out", "__deref_out_opt", "__deref_opt_out", "__deref_opt_out_opt",
    "__deref_in", "__deref_in_opt", "__deref_inout", "__deref_inout_opt", "__deref_opt_inout", "__deref_out_z",
    "__deref_opt_inout_opt", "__deref_opt_out_z", "__deref_inout_z", "__reserved", "__checkReturn", "__callback",
    "__nullterminated", "__notnull", "__maybenull", "__notvalid", "__valid",
    "__analysis_noreturn", "_Analysis_noreturn_", "__format_string", "__fallthrough", "__field_nullterminated", "__override",
};
inline constexpr std::string_view kEmptyWithArguments[] = {
    "_Success_", "_Return_type_success_", "_Group_", "_Requires_", "_Satisfies_", "_Pre_satisfies_", "_Post_satisfies_",
    "_Field_range_", "_Field_size_", "_Field_size_opt_", "_Field_size_bytes_", "_Field_size_bytes_opt_",
    "_Field_size_part_", "_Field_size_part_opt_", "_Field_size_bytes_part_", "_Field_size_bytes_part_opt_",
    "_Field_size_full_", "_Field_size_full_opt_", "_Field_size_bytes_full_", "_Field_size_bytes_full_opt_",
    "_Struct_size_bytes_", "_Inexpressible_", "_Null_terminated_by_", "_Always_", "_Raises_SEH_exception_",
    "_Maybe_raises_SEH_exception_", "_Function_ignore_lock_checking_", "_In_range_",
    "_Out_range_", "_Ret_range_", "_Deref_in_range_", "_Deref_out_range_", "_Deref_inout_range_", "_Deref_ret_range_", "_In_bound_", "_Out_bound_", "_Ret_bound_", "_Deref_in_bound_", "_Deref_out_bound_",
    "_In_function_class_", "_Called_from_function_class_", "_Ret_writes_", "_Ret_writes_z_", "_Ret_writes_bytes_",
    "_Ret_writes_maybenull_", "_Ret_writes_bytes_maybenull_", "_Ret_writes_to_", "_Ret_writes_bytes_to_", "_Ret_count_",
    "_Ret_bytecount_", "_Ret_opt_count_", "_Ret_opt_bytecount_", "_Readable_bytes_", "_Readable_elements_",
    "_Writable_bytes_", "_Writable_elements_", "_Pre_readable_size_", "_Pre_readable_byte_size_",
    "_Pre_writable_size_", "_Pre_writable_byte_size_", "_Post_readable_size_", "_Post_readable_byte_size_",
    "_Post_writable_size_", "_Post_writable_byte_size_", "_Post_equal_to_", "_Unchanged_", "_Deref_post_range_",
    "_Guarded_by_", "_Write_guarded_by_", "_Has_lock_level_", "_Create_lock_level_",
    "_Lock_level_order_", "_Internal_set_lock_count_", "_Param_", "_Pre_count_", "_Pre_bytecount_",
    "_Pre_cap_", "_Pre_bytecap_", "_Post_count_", "_Post_bytecount_", "_Prepost_count_", "_Prepost_bytecount_",
    "_Pre_cap_for_", "_Post_z_count_", "_Analysis_mode_", "__analysis_hint", "_Analysis_assume_nullterminated_", "_Printf_format_string_params_",
    "__drv_strictType", "__drv_strictTypeMatch", "__drv_preferredFunction", "__drv_reportError", "__drv_valueIs",
    "__drv_unit", "__drv_typeConst", "__drv_formatString", "__drv_innerMustHold", "__drv_clearDoInit",
    "__drv_Mode_impl", "__drv_declspec", "__drv_ref", "__drv_compilerNote",
    "__in_bcount", "__in_ecount", "__in_bcount_opt", "__in_ecount_opt", "__in_xcount", "__in_ecount_z", "__in_bcount_z",
    "__in_data_source", "__out_bcount", "__out_ecount", "__out_bcount_opt", "__out_ecount_opt", "__out_bcount_part",
    "__out_ecount_part", "__out_bcount_full", "__out_ecount_full", "__out_bcount_part_opt", "__out_ecount_part_opt",
    "__out_bcount_full_opt", "__out_ecount_full_opt", "__out_ecount_z", "__out_bcount_z", "__out_ecount_z_opt", "__out_xcount",
    "__out_xcount_opt", "__out_data_source", "__inout_bcount", "__inout_ecount", "__inout_bcount_opt", "__inout_ecount_opt",
    "__inout_bcount_part", "__inout_ecount_part", "__inout_bcount_full", "__inout_ecount_full", "__inout_ecount_z", "__inout_xcount",
    "__deref_out_bcount", "__deref_out_ecount", "__deref_out_bcount_opt", "__deref_out_ecount_opt",
    "__deref_opt_out_bcount", "__deref_opt_out_ecount", "__deref_inout_bcount", "__deref_inout_ecount",
    "__deref_out_range", "__deref_in_range", "__in_range", "__out_range", "__field_bcount", "__field_ecount",
    "__field_bcount_opt", "__field_ecount_opt", "__field_bcount_part", "__field_ecount_part", "__field_range",
    "__field_xcount", "__struct_bcount", "__success", "__bcount", "__ecount", "__typefix", "__postcond", "__precond",
    "__nullnullterminated", "__assume_bound", "__range", "__control_entrypoint", "__data_entrypoint",
    "__analysis_assume_nullterminated", "__drv_constructor",
};

// _In_reads_bytes_opt_ and its thousand relatives: a start, a middle and an end each.
inline constexpr std::string_view kFamilyStarts[] = {"_In_", "_Inout_", "_Out_", "_Outptr_", "_Outptr_opt_",
                                                     "_Outptr_result_", "_Outptr_opt_result_"};
inline constexpr std::string_view kFamilyPlainEnds[] = {"", "opt_", "z_", "opt_z_", "maybenull_", "maybenull_z_",
                                                        "nullonfailure_", "result_maybenull_", "result_maybenull_z_",
                                                        "result_nullonfailure_"};
inline constexpr std::string_view kFamilySizes[] = {
    "reads_", "reads_bytes_", "reads_or_z_", "reads_to_ptr_", "writes_", "writes_bytes_", "writes_to_",
    "writes_bytes_to_", "writes_all_", "writes_bytes_all_", "writes_to_ptr_", "updates_", "updates_bytes_",
    "updates_to_", "updates_bytes_to_", "updates_all_", "updates_bytes_all_", "buffer_", "bytebuffer_", "buffer_to_",
    "bytebuffer_to_", "buffer_all_", "bytebuffer_all_", "count_", "bytecount_", "cap_", "bytecap_", "count_c_",
    "bytecount_c_", "cap_c_", "bytecap_c_", "count_x_", "bytecount_x_", "cap_x_", "bytecap_x_"};
inline constexpr std::string_view kFamilySizedEnds[] = {"", "opt_", "z_", "opt_z_", "maybenull_"};

// clang-format on

}  // namespace irqlint::sal
