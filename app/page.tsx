import { redirect } from 'next/navigation'

/** The start page is wherever this person works: their only place, or the choice of them. */
export default function StartPage() {
  redirect('/choose')
}
