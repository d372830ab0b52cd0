// The base headers' scsi.h with the extended request block: they include their own srb.h. Inquiry data is the kit's
// own, unless the base headers' minitape.h came first; one command's block has got another member.
#pragma once

#ifndef _INQUIRYDATA_DEFINED
#define _INQUIRYDATA_DEFINED
#define IRQLINT_OWN_INQUIRYDATA
#define INQUIRYDATABUFFERSIZE 36
#endif
#define READ_CAPACITY16 \
  IRQLINT_BASE_READ_CAPACITY16; \
  struct { \
    UCHAR OperationCode, ServiceAction : 5, Reserved1 : 3, LogicalBlock[8]; \
    union { UCHAR BlockCount[4]; UCHAR AllocationLength[4]; }; \
    UCHAR PMI : 1, Reserved2 : 7, Control; \
  } READ_CAPACITY16
#include_next <scsi.h>
#undef READ_CAPACITY16

#include <irqlint/storage_request_block.h>
#include <irqlint/storage/sense_codes.h>
#include <irqlint/storage/sense_and_pages.h>
#include <irqlint/storage/inquiry.h>
