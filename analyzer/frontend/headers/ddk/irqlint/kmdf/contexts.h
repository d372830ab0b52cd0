// The memory that a driver keeps with an object: its type, and how one gets at it.
#pragma once

#define WDF_TYPE_NAME_TO_TYPE_INFO(Type) _WDF_##Type##_TYPE_INFO
#define WDF_TYPE_NAME_POINTER_TYPE(Type) WDF_POINTER_TYPE_##Type
#define WDF_GET_CONTEXT_TYPE_INFO(Type) (&WDF_TYPE_NAME_TO_TYPE_INFO(Type))
#define WdfObjectGetTypedContext(Handle, Type) \
  ((Type*)WdfObjectGetTypedContextWorker((WDFOBJECT)(Handle), WDF_GET_CONTEXT_TYPE_INFO(Type)->UniqueType))

#define WDF_OBJECT_ATTRIBUTES_SET_CONTEXT_TYPE(Attributes, Type) \
  (Attributes)->ContextTypeInfo = WDF_GET_CONTEXT_TYPE_INFO(Type)->UniqueType
#define WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(Attributes, Type) \
  WDF_OBJECT_ATTRIBUTES_INIT(Attributes); \
  WDF_OBJECT_ATTRIBUTES_SET_CONTEXT_TYPE(Attributes, Type)

// The information about a type is one object for all units, as its address is what identifies the type.
#define WDF_DECLARE_TYPE_AND_GLOBALS(Type, Unique, GetUnique, Section) \
  typedef Type* WDF_TYPE_NAME_POINTER_TYPE(Type); \
  WDF_EXTERN_C const __declspec(selectany) WDF_OBJECT_CONTEXT_TYPE_INFO WDF_TYPE_NAME_TO_TYPE_INFO(Type) = { \
      sizeof(WDF_OBJECT_CONTEXT_TYPE_INFO), #Type, sizeof(Type), Unique, GetUnique};
#define WDF_DECLARE_CASTING_FUNCTION(Type, Function) \
  WDF_EXTERN_C FORCEINLINE WDF_TYPE_NAME_POINTER_TYPE(Type) Function(WDFOBJECT Handle) { \
    return (WDF_TYPE_NAME_POINTER_TYPE(Type))WdfObjectGetTypedContextWorker( \
        Handle, WDF_GET_CONTEXT_TYPE_INFO(Type)->UniqueType); \
  }
#define WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(Type, Function) \
  WDF_DECLARE_TYPE_AND_GLOBALS(Type, WDF_GET_CONTEXT_TYPE_INFO(Type), NULL, ".data") \
  WDF_DECLARE_CASTING_FUNCTION(Type, Function)
#define WDF_DECLARE_CONTEXT_TYPE(Type) WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(Type, WdfObjectGet_##Type)
#define WDF_DECLARE_SHARED_CONTEXT_TYPE_WITH_NAME(Type, Function) \
  WDF_DECLARE_TYPE_AND_GLOBALS(Type, NULL, Type##_EXTERNAL_INIT_FUNCTION, ".kmdftypeinit$b") \
  WDF_DECLARE_CASTING_FUNCTION(Type, Function)

// A mark on an object, with one value
#define WDF_DECLARE_CUSTOM_TYPE(Type) \
  typedef WDF_CUSTOM_TYPE_CONTEXT WdfCustomType_##Type; \
  WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(WdfCustomType_##Type, WdfObjectGetCustomType_##Type) \
  FORCEINLINE NTSTATUS WdfObjectAddCustomType_##Type(WDFOBJECT Handle, ULONG_PTR Data, \
                                                     PFN_WDF_OBJECT_CONTEXT_CLEANUP Cleanup, \
                                                     PFN_WDF_OBJECT_CONTEXT_DESTROY Destroy) { \
    WDF_OBJECT_ATTRIBUTES attributes; \
    WdfCustomType_##Type* context = NULL; \
    NTSTATUS status; \
    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&attributes, WdfCustomType_##Type); \
    attributes.EvtCleanupCallback = Cleanup; \
    attributes.EvtDestroyCallback = Destroy; \
    status = WdfObjectAllocateContext(Handle, &attributes, (PVOID*)&context); \
    if (NT_SUCCESS(status)) context->Data = Data; \
    return status; \
  }
#define WdfObjectIsCustomType(Handle, Type) (WdfObjectGetCustomType_##Type((WDFOBJECT)(Handle)) != NULL)
#define WdfObjectAddCustomTypeWithData(Handle, Type, Data, Cleanup, Destroy) \
  WdfObjectAddCustomType_##Type((WDFOBJECT)(Handle), (ULONG_PTR)(Data), Cleanup, Destroy)
#define WdfObjectAddCustomType(Handle, Type) WdfObjectAddCustomTypeWithData(Handle, Type, 0, NULL, NULL)
#define WdfObjectGetCustomTypeData(Handle, Type) (WdfObjectGetCustomType_##Type((WDFOBJECT)(Handle))->Data)

// References, counted with a tag and the place
#define WdfObjectReference(Handle) WdfObjectReferenceWithTag(Handle, NULL)
#define WdfObjectReferenceWithTag(Handle, Tag) WdfObjectReferenceActual((WDFOBJECT)(Handle), Tag, __LINE__, __FILE__)
#define WdfObjectDereference(Handle) WdfObjectDereferenceWithTag(Handle, NULL)
#define WdfObjectDereferenceWithTag(Handle, Tag) \
  WdfObjectDereferenceActual((WDFOBJECT)(Handle), Tag, __LINE__, __FILE__)
