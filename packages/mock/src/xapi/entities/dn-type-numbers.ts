import type { DnType } from '../../switch/party';

/**
 * `…DnType` of log rows and recordings. Only extension 0, trunk 1, voicemail 5, IVR 6 and queue 7
 * are known, and from one client alone (3CX facts 10.7); the rest fill the gaps.
 */
export function dnTypeNumber(type: DnType): number {
  switch (type) {
    case 'Wextension':
      return 0;
    case 'Wexternalline':
      return 1;
    case 'Wringgroup':
      return 2;
    case 'Wparking':
      return 4;
    case 'Wivr':
      return 6;
    case 'Wqueue':
      return 7;
    case 'Wroutepoint':
      return 13;
    default:
      return 5;
  }
}
