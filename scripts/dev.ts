// npm run dev: the demo portal, which reloads as files change.
import { runDemo } from './demo.ts'
import { runCommand } from './lifetime.ts'

await runCommand(life => runDemo('dev', life), 0)
