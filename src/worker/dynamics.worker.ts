/** The laboratory of the wider dynamics as a module worker. */
import * as Comlink from 'comlink';
import { createDynamicsLaboratory } from '../lab/dynamics/laboratory.ts';

Comlink.expose(createDynamicsLaboratory());
