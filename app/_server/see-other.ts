import 'server-only'
import { redirect } from 'next/navigation'

/**
 * Leads a page that can't be shown to another one. As `redirect`, but answered with 303: a page is also made in answer
 * to a form's post, without JavaScript, and 307 would have the browser post the form to the other page, which does not
 * know it.
 */
export function seeOther(to: string): never {
  try {
    redirect(to)
  } catch (leading) {
    if (leading instanceof Error && 'digest' in leading)
      leading.digest = String(leading.digest).replace(/;307;$/, ';303;')
    throw leading
  }
}
