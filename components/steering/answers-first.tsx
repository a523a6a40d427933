import { headers } from 'next/headers'

// A page that was opened at its top and is looked at. Who comes to a part of it, or back to where they were, needs all of it
// at once to be brought there.
const mark = `{
  const [opened] = performance.getEntriesByType('navigation')
  if (opened?.type === 'navigate' && !opened.name.includes('#') && document.visibilityState === 'visible')
    document.currentScript.dataset.fromTop = ''
}`

/** Stands before the parts of a long page; its answers are then shown before the parts are laid out (`steering.css`). */
export async function AnswersFirst() {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  // The browser hides the nonce from scripts, and on the server there was no mark.
  return (
    <script nonce={nonce} suppressHydrationWarning>
      {mark}
    </script>
  )
}
