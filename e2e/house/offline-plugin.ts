/** Part of the build: writes the service worker `sw.js` with the list of all files that it keeps, and their digest as its version. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { transformWithOxc, type Plugin } from 'vite';

const source = join(import.meta.dirname, '../../src/worker/service.worker.ts');
const fileName = 'sw.js';

export function offline(): Plugin {
  let publicDir = '';
  return {
    name: 'offline',
    apply: 'build',
    configResolved(config) {
      publicDir = config.publicDir;
    },
    generateBundle: {
      // After all that write files of the page.
      order: 'post',
      async handler(_, bundle) {
        const { code } = await transformWithOxc(readFileSync(source, 'utf8'), source);
        if (/^import |^export /m.test(code)) this.error(`${source} must be a file by itself`);
        const digest = createHash('sha256');
        const files: string[] = [];
        for (const file of Object.values(bundle).sort((a, b) => (a.fileName < b.fileName ? -1 : 1))) {
          if (file.fileName.startsWith('.') || file.fileName.endsWith('.map')) continue;
          files.push(file.fileName);
          digest.update(file.fileName).update(file.type === 'chunk' ? file.code : file.source);
        }
        for (const file of publicFiles(publicDir)) {
          files.push(file);
          digest.update(file).update(readFileSync(join(publicDir, file)));
        }
        if (!files.includes('index.html')) this.error('the list of files lacks the page itself');
        const version = digest.update(code).digest('hex').slice(0, 16);
        const lists = `const builtFiles = ${JSON.stringify(files)}, builtVersion = ${JSON.stringify(version)};\n`;
        this.emitFile({ type: 'asset', fileName, source: lists + code });
      },
    },
  };
}

function publicFiles(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', posix.sep))
    .sort();
}
