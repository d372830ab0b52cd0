// Native Wi-Fi's types, with the algorithms of WPA3.
#pragma once

#ifndef _WINDOWS_
#include <ntddk.h>
#endif
#include_next <wlantypes.h>

#ifndef DOT11_SSID_MAX_LENGTH
#define DOT11_SSID_MAX_LENGTH 32
#endif
typedef enum _RSNA_AKM_SUITE { rsna_akm_none = 0x000FAC00, rsna_akm_1x, rsna_akm_psk, rsna_akm_ft_1x_sha256,
  rsna_akm_ft_psk_sha256, rsna_akm_1x_sha256, rsna_akm_psk_sha256, rsna_akm_tdls_tpk, rsna_akm_sae_pmk256,
  rsna_akm_ft_sae_pmk256, rsna_akm_appeer_sha256, rsna_akm_1x_suite_b_sha256, rsna_akm_1x_suite_b_sha384,
  rsna_akm_ft_1x_sha384, rsna_akm_owe = 0x000FAC12, rsna_akm_1x_sha384 = 0x000FAC17, rsna_akm_sae_pmk384,
  rsna_akm_ft_sae_pmk384 } RSNA_AKM_SUITE, *PRSNA_AKM_SUITE;
#define DOT11_AUTH_ALGO_WPA3 ((DOT11_AUTH_ALGORITHM)8)
#define DOT11_AUTH_ALGO_WPA3_ENT_192 ((DOT11_AUTH_ALGORITHM)8)
#define DOT11_AUTH_ALGO_WPA3_SAE ((DOT11_AUTH_ALGORITHM)9)
#define DOT11_AUTH_ALGO_OWE ((DOT11_AUTH_ALGORITHM)10)
#define DOT11_AUTH_ALGO_WPA3_ENT ((DOT11_AUTH_ALGORITHM)11)
#define DOT11_CIPHER_ALGO_BIP ((DOT11_CIPHER_ALGORITHM)6)
#define DOT11_CIPHER_ALGO_GCMP ((DOT11_CIPHER_ALGORITHM)8)
#define DOT11_CIPHER_ALGO_GCMP_256 ((DOT11_CIPHER_ALGORITHM)9)
#define DOT11_CIPHER_ALGO_CCMP_256 ((DOT11_CIPHER_ALGORITHM)10)
#define DOT11_CIPHER_ALGO_BIP_GMAC_128 ((DOT11_CIPHER_ALGORITHM)11)
#define DOT11_CIPHER_ALGO_BIP_GMAC_256 ((DOT11_CIPHER_ALGORITHM)12)
#define DOT11_CIPHER_ALGO_BIP_CMAC_256 ((DOT11_CIPHER_ALGORITHM)13)
