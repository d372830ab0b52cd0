// Why the network stack discarded a packet. Of the reasons' values only the order is known.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

typedef enum FWPS_DISCARD_MODULE0_ { FWPS_DISCARD_MODULE_NETWORK, FWPS_DISCARD_MODULE_TRANSPORT,
  FWPS_DISCARD_MODULE_GENERAL, FWPS_DISCARD_MODULE_MAX } FWPS_DISCARD_MODULE0;
typedef enum FWPS_GENERAL_DISCARD_REASON_ { FWPS_DISCARD_FIREWALL_POLICY, FWPS_DISCARD_IPSEC,
  FWPS_GENERAL_DISCARD_REASON_MAX } FWPS_GENERAL_DISCARD_REASON;
typedef enum _IP_DISCARD_REASON { IpDiscardBadSourceAddress, IpDiscardNotLocallyDestined, IpDiscardProtocolUnreachable,
  IpDiscardPortUnreachable, IpDiscardBadLength, IpDiscardMalformedHeader, IpDiscardNoRoute, IpDiscardBeyondScope,
  IpDiscardInspectionDrop, IpDiscardTooManyDecapsulations, IpDiscardAdministrativelyProhibited,
  IpDiscardHopLimitExceeded, IpDiscardAddressUnreachable, IpDiscardRscPacket, IpDiscardArbitrationUnhandled,
  IpDiscardInspectionAbsorb, IpDiscardDontFragmentMtuExceeded, IpDiscardBufferLengthExceeded,
  IpDiscardAddressResolutionTimeout, IpDiscardAddressResolutionFailure, IpDiscardIpsecFailure,
  IpDiscardExtensionHeadersFailure, IpDiscardIpsnpiClientDrop, IpDiscardMax } IP_DISCARD_REASON;
typedef enum _INET_DISCARD_REASON { InetDiscardSourceUnspecified, InetDiscardDestinationMulticast,
  InetDiscardHeaderInvalid, InetDiscardChecksumInvalid, InetDiscardEndpointNotFound, InetDiscardConnectedPath,
  InetDiscardSessionState, InetDiscardReceiveInspection, InetDiscardMax } INET_DISCARD_REASON;

#ifdef __cplusplus
}
#endif
