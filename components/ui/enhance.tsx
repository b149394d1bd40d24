'use client'

import { useEffect } from 'react'
import { returnAfresh } from './return-afresh.ts'

/**
 * The one script behind every dialog, menu and shortcut of a page: two listeners on the document instead of one per
 * button, and what makes a page that one comes back to true again. Everything it does has a way without it.
 */
export function Enhance() {
  useEffect(returnAfresh, [])
  useEffect(() => {
    document.addEventListener('click', onClick)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('click', onClick)
      document.removeEventListener('keydown', onKey)
    }
  }, [])
  // Anew with each page: the same sentence may be told twice.
  useEffect(() => {
    // Not before the router itself listens for changed addresses, else it writes its own again.
    const soon = setTimeout(forgetDone)
    return () => clearTimeout(soon)
  })
  return null
}

/** What was done is told once: neither a reload nor a bookmark tells it again. */
function forgetDone() {
  const url = new URL(location.href)
  if (!url.searchParams.has('done')) return
  url.searchParams.delete('done')
  history.replaceState(null, '', url.pathname + url.search + url.hash)
}

function onClick(event: MouseEvent) {
  if (event.defaultPrevented || !(event.target instanceof Element)) return
  const pressed = event.target.closest<HTMLElement>('a, button')
  if (!pressed) return
  const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
  const { opens, closes } = pressed.dataset
  if (opens && plain) openDialog(opens, pressed, event)
  else if (closes !== undefined && plain) closeDialog(pressed, event)
  // Whatever was chosen in a menu, the menu is done.
  else if (!pressed.hasAttribute('popovertarget')) pressed.closest<HTMLElement>('[popover]')?.hidePopover?.()
}

function openDialog(id: string, trigger: HTMLElement, event: Event) {
  const dialog = document.getElementById(id)
  if (!(dialog instanceof HTMLDialogElement)) return
  event.preventDefault()
  const menu = trigger.closest<HTMLElement>('[popover]')
  menu?.hidePopover?.()
  if (!dialog.open) dialog.showModal()
  focusFirst(dialog)
  const back = menu
    ? document.querySelector<HTMLElement>(`[popovertarget="${CSS.escape(menu.id)}"]`)
    : trigger
  dialog.addEventListener('close', () => back?.focus(), { once: true })
}

/**
 * What is marked, else the first field; where that lies so far down that what it is about would be scrolled away (who
 * asks, and why), the title: that is read first.
 */
function focusFirst(dialog: HTMLDialogElement) {
  const marked = dialog.querySelector<HTMLElement>('[data-first-focus]')
  if (marked) return marked.focus()
  dialog.scrollTop = 0
  dialog.querySelector<HTMLElement>('.control, input:not([type=hidden])')?.focus()
  if (dialog.scrollTop === 0) return
  dialog.querySelector<HTMLElement>('.dialog-head h2')?.focus()
  dialog.scrollTop = 0
}

function closeDialog(pressed: HTMLElement, event: Event) {
  const dialog = pressed.closest('dialog')
  if (!dialog?.open) return
  event.preventDefault()
  dialog.close()
}

function onKey(event: KeyboardEvent) {
  if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target))
    return
  if (event.key === ' ' && event.target instanceof HTMLElement && event.target.matches('a[role="button"]')) {
    // The browser presses buttons by it, not links that are called so.
    event.preventDefault()
    event.target.click()
    return
  }
  if (document.querySelector('dialog:modal')) return
  if (event.key === '/') {
    const search = document.querySelector<HTMLElement>('[data-search]')
    if (search) event.preventDefault()
    search?.focus()
  } else if (event.key === '?') {
    const shortcuts = document.getElementById('shortcuts')
    if (shortcuts instanceof HTMLDialogElement) shortcuts.showModal()
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
  )
}
