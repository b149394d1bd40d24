import { randomUUID } from 'node:crypto'

/** The key of a rendered form: posted twice it has one effect. Every form that goes through the door holds one. */
export function Once() {
  return <input type="hidden" name="once" value={randomUUID()} />
}
