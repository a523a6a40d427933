// What somebody without a mouse meets on a page: each thing that takes the focus shows it, in view, and in the order of the page.
import type { Page } from '@playwright/test'

/** How many keys are really pressed on a page; every other stop is given the focus by a script. */
const pressed = 12

export type Walk = { faults: string[]; stops: number }

/**
 * Gives the focus to everything that takes it by Tab, from the upper and from the lower edge of the window, where bars that
 * stay may lie over it, and looks whether it is marked and whether something lies over it; then presses Tab itself from the beginning of the page, and looks whether the focus moves on and stays in sight.
 */
export async function walkByKeyboard(page: Page): Promise<Walk> {
  const { faults, stops } = await focusFaults(page)
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    window.getSelection()?.removeAllRanges()
    window.scrollTo(0, 0)
  })
  const last = { at: -1, stuck: 0 }
  for (let key = 0; key < Math.min(pressed, stops); key++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() =>
      [...document.querySelectorAll('*')].indexOf(document.activeElement ?? document.body),
    )
    if (at === last.at) last.stuck++
    last.at = at
  }
  if (last.stuck > 0) faults.push(`Tab does not move on ${last.stuck} times`)
  return { faults, stops }
}

/** Gives the focus to everything that takes it by Tab, at the size that the window has. */
export async function focusFaults(page: Page): Promise<Walk> {
  // From now on the browser takes the focus for one of the keyboard, and marks it.
  await page.keyboard.press('Shift')
  return page.evaluate(lookAtStops)
}

/** Runs in the page. */
function lookAtStops(): Walk {
  const wanted =
    'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], [contenteditable=true], iframe'
  const seen = (one: HTMLElement) => one.checkVisibility({ checkVisibilityCSS: true, checkOpacity: false })
  const stops = [...document.querySelectorAll<HTMLElement>(wanted)].filter(
    (one) => one.tabIndex >= 0 && !one.matches(':disabled, [inert] *') && seen(one),
  )
  const faults: string[] = []
  const says = (one: HTMLElement) => one.outerHTML.slice(0, 120).replace(/\s+/g, ' ')
  const marked = (one: HTMLElement): boolean => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
  }
  // In sight is what shows at least a part of itself (WCAG 2.4.11): nine points of it are tried.
  const inSight = (one: HTMLElement): boolean => {
    const { left, top, right, bottom } = one.getBoundingClientRect()
    const [fromX, toX] = [Math.max(left, 0), Math.min(right, window.innerWidth)]
    const [fromY, toY] = [Math.max(top, 0), Math.min(bottom, window.innerHeight)]
    const parts = [0.1, 0.5, 0.9]
    return parts.some((down) =>
      parts.some((across) => {
        const over = document.elementFromPoint(fromX + (toX - fromX) * across, fromY + (toY - fromY) * down)
        return over !== null && (one.contains(over) || over.contains(one) || over.closest('label')?.contains(one))
      }),
    )
  }
  const from = (one: HTMLElement, edge: ScrollLogicalPosition) => {
    one.blur()
    one.scrollIntoView({ block: edge })
    // as if there were no bars: exactly at the edge of the window, where the browser need not scroll to show it
    const { top, bottom } = one.getBoundingClientRect()
    window.scrollBy(0, edge === 'start' ? top : bottom - window.innerHeight)
    one.focus({ focusVisible: true } as FocusOptions)
  }
  for (const one of stops) {
    from(one, 'end')
    const below = inSight(one)
    from(one, 'start')
    if (document.activeElement !== one) {
      // one of a group of choices stands for all of them
      if (!(one instanceof HTMLInputElement && one.type === 'radio')) faults.push(`takes no focus: ${says(one)}`)
      continue
    }
    const around = one.closest('label')
    if (!marked(one) && !(around && marked(around))) faults.push(`focus is not seen: ${says(one)}`)
    if (!below || !inSight(one)) faults.push(`focus is out of sight: ${says(one)}`)
  }
  return { faults, stops: stops.length }
}
