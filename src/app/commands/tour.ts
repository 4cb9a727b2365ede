import { startTour } from '../store/tour.ts';
import type { UnkeyedCommand } from './command.ts';

export const takeTour: UnkeyedCommand = {
  title: 'Tour',
  help: 'Four steps: gather, cut, heal, and the same without a quorum.',
  run: startTour,
  allowed: () => true,
};
