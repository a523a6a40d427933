// One look at one page: axe with every rule that judges, and whether anything is cut off or scrolls sideways when narrow.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { focusFaults, walkByKeyboard } from './keyboard.mts'

const narrow = { width: 320, height: 640 }
const usual = { width: 1280, height: 900 }

/**
 * Rules that axe leaves off unless asked: targets of 24 × 24 px (WCAG 2.2) and those it calls experimental, but one:
 * `focus-order-semantics` wants each frame that scrolls to be a landmark, and then their names are those of the sections
 * around them, which `landmark-unique` refuses.
 */
const asked = [
  'target-size',
  'css-orientation-lock',
  'label-content-name-mismatch',
  'p-as-heading',
  'table-fake-caption',
  'td-has-header',
]
const rules = Object.fromEntries(asked.map((rule) => [rule, { enabled: true }]))

export type Look = { faults: string[]; rules: number }

/** What is wrong with the page as it stands; `rules` is how many applied. */
export async function lookAt(page: Page): Promise<Look> {
  const { violations, passes } = await new AxeBuilder({ page })
    .options({ rules, resultTypes: ['violations'] })
    // Our pages have no frames: without this each look would open a second page to gather the results of frames.
    .setLegacyMode(true)
    .analyze()
  const faults = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ html }) => html.slice(0, 160))
        .slice(0, 3)
        .join(' | ')} (${nodes.length})`,
  )
  return { faults, rules: passes.length }
}

/**
 * At 320 px (1 280 px at 400 %) the page itself may not scroll sideways; tables scroll in a frame of their own, and what takes
 * the focus in them is in sight.
 */
export async function lookNarrow(page: Page): Promise<string[]> {
  await page.setViewportSize(narrow)
  const wide = await page.evaluate(() => {
    const room = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= room) return null
    const over = [...document.querySelectorAll('body *')].find((one) => one.getBoundingClientRect().right > room + 1)
    return `${document.documentElement.scrollWidth} px: ${over?.outerHTML.slice(0, 160) ?? '?'}`
  })
  const faults = wide ? [`wider than 320 px: ${wide}`] : []
  faults.push(...(await focusFaults(page)).faults.map((fault) => `at 320 px ${fault}`))
  await page.setViewportSize(usual)
  return faults
}

/** Defects laid into a good page; each must be found, or the looks above would show nothing. Returns those that were not. */
export async function missedPlants(page: Page): Promise<string[]> {
  const plants: Record<string, [find: string, html: string]> = {
    'a picture without text': ['image-alt', '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'],
    'pale text': ['color-contrast', '<p style="color:#bbb;background:#fff">Vaalea</p>'],
    'a field without a name': ['label', '<input type="text">'],
    'a small target': [
      'target-size',
      '<p><button style="width:9px;height:9px;padding:0;border:0;min-height:0;min-width:0">x</button><button style="width:9px;height:9px;padding:0;border:0;min-height:0;min-width:0">y</button></p>',
    ],
    'a focus that is not seen': ['focus is not seen', '<button style="outline:none;box-shadow:none">x</button>'],
    'a focus under a bar that stays': [
      'focus is out of sight',
      '<div style="position:fixed;inset:auto 0 0 0;height:60px;background:#fff;z-index:99">z</div><button style="min-width:40px">x</button>',
    ],
    'a focus under something': [
      'focus is out of sight',
      '<div style="position:relative"><button style="min-width:40px">x</button><div style="position:absolute;inset:-9px;background:#fff">y</div></div>',
    ],
    'something wide': ['wider than', '<div style="width:900px;height:10px">x</div>'],
  }
  const missed: string[] = []
  for (const [name, [find, html]] of Object.entries(plants)) {
    await page.evaluate((text) => {
      const box = document.createElement('div')
      box.id = 'planted'
      box.innerHTML = text
      // the policy of the page forbids style attributes; the object model is not text
      for (const one of box.querySelectorAll<HTMLElement>('[style]'))
        one.style.cssText = one.getAttribute('style') ?? ''
      document.querySelector('main')?.append(box)
    }, html)
    const found = [...(await lookAt(page)).faults, ...(await lookNarrow(page)), ...(await walkByKeyboard(page)).faults]
    if (!found.some((fault) => fault.startsWith(find))) missed.push(name)
    await page.evaluate(() => document.getElementById('planted')?.remove())
  }
  return missed
}
