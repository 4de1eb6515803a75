import type { Stage } from '../stage';
import type { Toxic } from '../toxic';
import { bandwidth } from './bandwidth';
import { latency } from './latency';
import { limitData } from './limit-data';
import { resetPeer } from './reset-peer';
import { slicer } from './slicer';
import { slowClose } from './slow-close';
import { timeout } from './timeout';

/** What this toxic does to one direction of one connection. */
export function stageOf(toxic: Toxic, random: () => number): Stage {
  switch (toxic.type) {
    case 'latency':
      return latency(toxic, random);
    case 'bandwidth':
      return bandwidth(toxic);
    case 'slow_close':
      return slowClose(toxic);
    case 'timeout':
      return timeout(toxic);
    case 'reset_peer':
      return resetPeer(toxic);
    case 'slicer':
      return slicer(toxic, random);
    case 'limit_data':
      return limitData(toxic);
  }
}
