import type { Capability } from './capabilities.ts'

const nounOf = (capability: Capability) => capability.slice(0, capability.indexOf('.'))

/** Those of the rights that are worth telling: seeing is not told beside changing, nor the overview beside anything. */
export function toldOf(held: readonly Capability[]): readonly Capability[] {
  const stronger = (one: Capability) => held.some(other => other !== one && nounOf(other) === nounOf(one))
  const told = held.filter(one => one !== 'account.read' && !(one.endsWith('.read') && stronger(one)))
  return told.length > 0 ? told : held
}
