// Kernel streaming of audio and video, brought up to what drivers of today use.
#pragma once

#include <ntddk.h>
#include <windef.h>
#include <ks.h>
#include <irqlint/ks/bitmap.h>
#include <mmreg.h>

#define tagKS_FRAME_INFO tagKS_FRAME_INFO_IRQLINT_BASE
#define KS_FRAME_INFO KS_FRAME_INFO_IRQLINT_BASE
#define PKS_FRAME_INFO PKS_FRAME_INFO_IRQLINT_BASE
#include_next <ksmedia.h>
#undef tagKS_FRAME_INFO
#undef KS_FRAME_INFO
#undef PKS_FRAME_INFO

#include <irqlint/ks/camera.h>
#include <irqlint/ks/camera_profiles.h>
#include <irqlint/ks/audio.h>
