// What the build has made of the portal.
import portal from '../.open-next/worker.js'
import { workerOf } from '../app/_server/edge/worker.ts'

export default workerOf(portal)
