import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The checkout. */
export const root = dirname(import.meta.dirname)

/** A fault that the reader can put right: printed as its one sentence, without a stack. */
export class StartError extends Error {}

/** Where the demo keeps what must outlive a run: the database, the secrets, the log. */
export function dataFolder(): string {
  const folder = join(root, '.data')
  if (!existsSync(folder)) {
    mkdirSync(folder)
    // The database may run as another user, who has to pass through; the secrets in here are readable by us alone.
    chmodSync(folder, 0o711)
  }
  return folder
}

/** One line of progress. */
export function say(line: string): void {
  console.log(line)
}
