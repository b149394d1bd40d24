// npm run portal: the demo portal from a fresh clone, on a database of its own.
import { runDemo } from './demo.ts'
import { runCommand } from './lifetime.ts'

await runCommand(life => runDemo('start', life), 0)
