import type { ImportFile } from './files.ts'

/** Something that must be put right in a file before anything of the folder is taken in. */
export interface Problem {
  readonly file: ImportFile
  /** From 1; null where the file as a whole is meant. */
  readonly line: number | null
  readonly column: string
  readonly code: string
  /** As it stands in the file. */
  readonly value: string
  /** Where the other side of a contradiction stands: a line, or what the portal holds. */
  readonly other?: string
}

/** All problems up to a cap, and the number of those beyond it. */
export class Problems {
  readonly #most: number
  readonly #kept: Problem[] = []
  readonly #encoding = new Set<string>()
  #count = 0

  constructor(most = 500) {
    this.#most = most
  }

  add(problem: Problem): void {
    // A file in another encoding has it on every line with an accent: told once, it is put right once.
    if (problem.code === 'not-utf8') {
      if (this.#encoding.has(problem.file)) return
      this.#encoding.add(problem.file)
    }
    this.#count += 1
    if (this.#kept.length < this.#most) this.#kept.push(problem)
  }

  /** Those beyond what a check gave out, where it only counted them. */
  addMore(count: number): void {
    this.#count += count
  }

  get count(): number {
    return this.#count
  }

  get kept(): readonly Problem[] {
    return this.#kept
  }

  /** How many more could still be kept. */
  get room(): number {
    return this.#most - this.#kept.length
  }
}
