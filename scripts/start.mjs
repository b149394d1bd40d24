// The door to every command: node scripts/start.mjs COMMAND [arguments]. Runs on any Node from 18 and npm alone.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './install.mjs'

const scripts = dirname(fileURLToPath(import.meta.url))
const root = dirname(scripts)
const [command = '', ...rest] = process.argv.slice(2)
/** What measures stands with the measures. */
const script = command === 'bench' ? join(root, 'bench', 'run.ts') : join(scripts, `${command}.ts`)
const commands = [
  'portal',
  'dev',
  'test',
  'bench',
  'screens',
  'migrate',
  'restored',
  'verify',
  'setup',
  'import',
  'edge',
  'deploy-edge',
]

if (!commands.includes(command) || !existsSync(script)) {
  console.error(`Usage: node scripts/start.mjs COMMAND [arguments], with one of: ${commands.join(', ')}`)
  process.exit(2)
}

/** @type {string} */
let node
try {
  node = ensureInstalled(root)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

const child = spawn(node, ['--disable-warning=ExperimentalWarning', script, ...rest], {
  cwd: root,
  // The channel tells the command when this process is gone, however it went.
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}` },
})

// The command decides how to stop; this process only waits for it. Ctrl-C reaches both.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => child.kill(signal))
}
// npm passes a signal on to its shell alone, which dies of it without a word: whoever ended npm meant the command.
const parent = process.ppid
if (process.env.npm_lifecycle_event) {
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM')
  }, 500).unref()
}
child.on('error', error => {
  console.error(`The command could not be started: ${error.message}`)
  process.exit(1)
})
child.on('exit', (code, signal) => {
  if (signal === null) process.exit(code ?? 1)
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
})
