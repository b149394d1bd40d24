// npm run edge: the demo portal, built for and served by workerd.
import { runDemo } from './demo.ts'
import { runCommand } from './lifetime.ts'

await runCommand(life => runDemo('edge', life), 0)
