'use client'

import { type ReactNode, useEffect, useRef, useState, useTransition } from 'react'
import { type FormAction, idle } from '#components/ui/form-state.ts'
import { Notice } from '#components/ui/notice.tsx'

interface Props {
  readonly action: FormAction
  readonly accountId: string
  /** The button for whoever has no JavaScript. */
  readonly save: ReactNode
  readonly children: ReactNode
}

/**
 * With JavaScript each switch is saved as it is turned, and turned back where it was refused, with the reason above the
 * table; nothing else on the page moves. The browser's own idea of a first value (`defaultChecked`) is what is saved.
 */
export function Switches({ action, accountId, save, children }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [ready, setReady] = useState(false)
  const [said, setSaid] = useState({ text: '', refused: false })
  const [, begin] = useTransition()
  useEffect(() => {
    const table = box.current
    if (!table) return
    const turned = (input: HTMLInputElement) => {
      const sent = input.checked
      begin(async () => {
        const answer = await action(idle, switchData(input, accountId))
        if (answer.status === 'done') input.defaultChecked = sent
        // Turned again meanwhile, it has an answer of its own to come.
        const mine = input.checked === sent
        input.checked = mine ? input.defaultChecked : !sent
        if (answer.status !== 'idle')
          setSaid({ text: answer.message ?? '', refused: answer.status === 'refused' })
      })
    }
    const changed = ({ target }: Event) => {
      if (isSwitch(target)) turned(target)
    }
    table.addEventListener('change', changed)
    // Whoever was quicker than the page.
    for (const input of table.querySelectorAll('input')) {
      if (isSwitch(input) && input.checked !== input.defaultChecked) turned(input)
    }
    setReady(true)
    return () => table.removeEventListener('change', changed)
  }, [action, accountId])
  return (
    <div ref={box} className="switches">
      {said.refused && (
        <Notice tone="danger" live="alert">
          {said.text}
        </Notice>
      )}
      {children}
      <p aria-live="polite" className="switches-said">
        {!said.refused && said.text}
      </p>
      {!ready && save}
    </div>
  )
}

function isSwitch(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.type === 'checkbox' && target.name === 'modules'
}

/** The form of this one switch: it was the other way, and is this way now. */
function switchData({ value, checked, form }: HTMLInputElement, accountId: string): FormData {
  const [person = '', module = ''] = value.split('.')
  const data = new FormData()
  data.set('account', accountId)
  data.set('once', String(new FormData(form ?? undefined).get('once')))
  data.set('way', 'switch')
  data.set('shown', `${person}:${checked ? '' : module}`)
  if (checked) data.set('modules', value)
  return data
}
