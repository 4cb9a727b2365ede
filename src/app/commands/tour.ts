import { startTour } from '../store/tour.ts';
import type { Command } from './command.ts';

export const takeTour: Command = {
  title: 'Tour',
  help: 'Four steps: gather, cut, heal, and the same without a quorum.',
  run: startTour,
  allowed: () => true,
};
