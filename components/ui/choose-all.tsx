'use client'

import './choose-all.css'
import { useEffect, useRef, useState } from 'react'

interface Props {
  /** The id of the form to which the boxes of the list belong. */
  readonly form: string
  /** The name that they share. */
  readonly name: string
  readonly label: string
  /** Says how many are chosen, before the number. */
  readonly chosen: string
}

/**
 * One box for all boxes of a list on this page, and how many are chosen. It is there only where it works: without
 * JavaScript each box is ticked by itself.
 */
export function ChooseAll({ form, name, label, chosen }: Props) {
  const all = useRef<HTMLInputElement>(null)
  const [count, setCount] = useState<number | null>(null)
  useEffect(() => {
    const counted = () => {
      const boxes = boxesOf(form, name)
      const ticked = boxes.filter(box => box.checked).length
      setCount(ticked)
      if (!all.current) return
      all.current.checked = ticked > 0 && ticked === boxes.length
      all.current.indeterminate = ticked > 0 && ticked < boxes.length
    }
    counted()
    document.addEventListener('change', counted)
    return () => document.removeEventListener('change', counted)
  }, [form, name])
  return (
    <p className="choose-all" hidden={count === null}>
      <label className="choose-all-label">
        <input
          ref={all}
          type="checkbox"
          autoComplete="off"
          onChange={({ target }) => {
            for (const box of boxesOf(form, name)) box.checked = target.checked
          }}
        />
        {label}
      </label>
      <span>{count ? `${chosen} ${count}` : null}</span>
    </p>
  )
}

function boxesOf(form: string, name: string): readonly HTMLInputElement[] {
  const holder = document.getElementById(form)
  if (!(holder instanceof HTMLFormElement)) return []
  return [...holder.elements].filter(
    one => one instanceof HTMLInputElement && one.type === 'checkbox' && one.name === name,
  ) as HTMLInputElement[]
}
