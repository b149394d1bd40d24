import type { ServiceKind } from '#lib/access/products.ts'
import type { Values } from '#lib/edit.ts'
import { isSameNumber } from '#lib/phone.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { ServiceField } from './details.ts'

export const serviceRefusals = ['forwards-to-itself', 'has-no-forwarding'] as const
export type ServiceRefusal = (typeof serviceRefusals)[number]

/** Whether a service can be set so: a number never forwards to itself, and nothing else forwards at all. */
export function checkService(
  service: { readonly kind: ServiceKind; readonly identifier: string },
  typed: Values<ServiceField>,
): Result<Values<ServiceField>, ServiceRefusal> {
  if (typed.forwardTo === '') return ok(typed)
  if (service.kind !== 'number') return refuse('has-no-forwarding')
  return isSameNumber(service.identifier, typed.forwardTo) ? refuse('forwards-to-itself') : ok(typed)
}
