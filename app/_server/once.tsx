import { randomUUID } from 'node:crypto'

/**
 * The key of a rendered form: posted twice it has one effect. Every form that goes through the door holds one. `of` makes it the
 * same whenever the page is made: whoever comes back to it and presses again gets the answer that they had.
 */
export function Once({ of }: { of?: string | undefined }) {
  return <input type="hidden" name="once" value={of ?? randomUUID()} />
}
