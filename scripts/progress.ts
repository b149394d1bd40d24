interface Terminal {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
}

const phases: Readonly<Record<string, string>> = {
  checking: 'Checking rows against each other and against the portal …',
  writing: 'Writing …',
  letters: 'Writing letters',
}

/** How far a long command has come: a bar on a terminal, plain lines at every quarter elsewhere. */
export class Progress {
  readonly #whole: number
  readonly #out: Terminal
  #done = 0
  #shown = -1
  #open = false
  #phase = ''

  constructor(whole: number, out: Terminal) {
    this.#whole = Math.max(1, whole)
    this.#out = out
  }

  read(what: string, bytes: number): void {
    this.#done += bytes
    const percent = Math.min(100, Math.floor((this.#done * 100) / this.#whole))
    const step = this.#out.isTTY ? percent : Math.floor(percent / 25) * 25
    if (step === this.#shown) return
    this.#shown = step
    if (!this.#out.isTTY) return void this.#out.write(`Read ${step} % (${what})\n`)
    const width = Math.max(10, Math.min(40, (this.#out.columns ?? 80) - 40))
    const full = Math.round((percent / 100) * width)
    this.#line(`[${'█'.repeat(full)}${'·'.repeat(width - full)}] ${String(percent).padStart(3)} %  ${what}`)
  }

  phase(phase: string, count?: number): void {
    const said = phases[phase] ?? phase
    if (count === undefined || !this.#out.isTTY) {
      if (this.#phase === phase) return
      this.#phase = phase
      this.end()
      this.#out.write(`${said}${count === undefined ? '' : ' …'}\n`)
    } else this.#line(`${said}: ${count.toLocaleString('en-CA')}`)
  }

  /** Leaves the line of the bar. */
  end(): void {
    if (this.#open) this.#out.write('\n')
    this.#open = false
  }

  #line(text: string): void {
    this.#out.write(`\r\u001b[2K${text}`)
    this.#open = true
  }
}
