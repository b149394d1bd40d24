import type { ReactNode } from 'react'

export type Step = { title: ReactNode; text?: ReactNode }

/** Help that is done in order, numbered. */
export function Steps({ items }: { items: readonly Step[] }) {
  return (
    <ol className="steps">
      {items.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the number is what a step is
        <li key={index}>
          <p className="steps-title">{step.title}</p>
          {step.text && <div className="steps-text">{step.text}</div>}
        </li>
      ))}
    </ol>
  )
}

/** An explanation that opens under its question, without a script. */
export function Disclosure({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details className="disclosure">
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  )
}
