/** A row as the database writes it into JSON: moments are texts there. */
export type Json<Value> = {
  [Key in keyof Value]: Value[Key] extends Date | null ? string | Extract<Value[Key], null> : Value[Key]
}

export function momentFrom(text: string | null): Date | null {
  return text === null ? null : new Date(text)
}
