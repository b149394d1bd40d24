import { z } from 'zod'
import { products } from '../access/products.ts'
import { checkbox, choice, chosenId } from '../form-fields.ts'
import { detailsForm } from './forms.ts'

const { account: _, shown: __, ...details } = detailsForm.shape

/** Whoever gives an account the name of another says that they have looked. */
export const looked = checkbox

/** Nothing ticked is posted as nothing. */
export const ticked = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.array(choice(values)).default([])

/** What is said of any account that is to be, whoever makes it. */
export const newAccountFields = {
  ...details,
  looked,
  /** Missing where the provider has one branding domain only. */
  brand: chosenId.optional(),
  products: ticked(products),
}
