import { z } from 'zod'
import { id, line } from '#lib/form-fields.ts'

/** Where a firm's share URL leads on any host of its provider. */
export function sharePath(code: string): string {
  return `/partners/${encodeURIComponent(code)}`
}

/** The firm gives itself another share URL; `shown` is the code that the form was shown with. */
export const replaceShareForm = z.object({ partner: id, shown: line(60) })
