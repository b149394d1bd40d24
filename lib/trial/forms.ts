import { z } from 'zod'
import { chosenId, id } from '#lib/form-fields.ts'

/** Of which offer a trial is begun. */
export const startTrialForm = z.object({ account: id, offer: chosenId })
