import { expect, expectNoViolations, signIn, test, textWithFrame } from '@/tests/support/browser'
import { signInHere } from '@/tests/support/form-page'

const director = 'johtaja@kainuu.example'

test('the sign-in page has no accessibility violations in any language, and offers the demo accounts', async ({
  page,
}) => {
  for (const lang of ['sv', 'en', 'fi']) {
    await page.goto(`/sign-in?lang=${lang}`)
    await expect(page.locator('html')).toHaveAttribute('lang', lang)
    await expectNoViolations(page)
  }
  await expect(page.getByRole('button', { name: 'Projektijohtaja' }).first()).toBeVisible()
})

test('a look of axe finds what is laid into a good page, on the next page of a visit, too', async ({ page }) => {
  for (const address of ['/sign-in', '/accessibility']) {
    await page.goto(address)
    await expectNoViolations(page)
    await page.locator('main').evaluate((main) => {
      const pale = Object.assign(document.createElement('p'), { textContent: 'Vaalea' })
      pale.style.cssText = 'color:#bbb;background:#fff'
      main.append(pale, document.createElement('input'))
    })
    const faults = await expectNoViolations(page).catch(String)
    expect(faults).toContain('color-contrast: ')
    expect(faults).toContain('label: ')
    expect(faults).not.toContain('document-title: ')
  }
})

test('a wrong password and an unknown account get the same answer, the address stays typed', async ({ page }) => {
  const answers: string[] = []
  for (const email of [director, 'ei-ole@kainuu.example']) {
    await page.goto('/sign-in')
    await page.getByLabel('Sähköposti').fill(email)
    await page.getByLabel('Salasana').fill('vaara-salasana')
    await page.getByRole('button', { name: 'Kirjaudu sisään', exact: true }).click()
    const summary = page.locator('.error-summary')
    await expect(summary).toBeFocused()
    await expect(page.getByLabel('Sähköposti')).toHaveValue(email)
    answers.push((await summary.textContent()) ?? '')
  }
  expect(answers[0]).toBe(answers[1])
})

test('an empty form says what is missing at each field', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Kirjaudu sisään', exact: true }).click()
  await expect(page.locator('#email')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.locator('#password')).toHaveAttribute('aria-invalid', 'true')
  await expectNoViolations(page)
})

test('a page asked for before signing in opens after it', async ({ page }) => {
  await page.goto('/projects?from=link')
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fprojects%3Ffrom%3Dlink/)
  await signInHere(page, director)
  await expect(page).toHaveURL(/\/projects\?from=link$/)
  await expectNoViolations(page)
})

test('an address elsewhere is never followed after signing in', async ({ page }) => {
  await page.goto('/sign-in?next=%2F%2Fevil.example%2Fx')
  await signInHere(page, director)
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  expect(new URL(page.url()).host).toMatch(/^(127\.0\.0\.1|localhost)/)
})

test('signing out ends the session on the server: the old cookie opens nothing', async ({ page, context }) => {
  await signIn(page, director, '/projects')
  const kept = await context.cookies()
  await page.getByRole('button', { name: 'Projektijohtaja' }).click()
  await page.getByRole('button', { name: 'Kirjaudu ulos' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await context.addCookies(kept)
  await page.goto('/projects')
  await expect(page).toHaveURL(/\/sign-in/)
})

test('without JavaScript people can sign in, too', async ({ browser, etappi }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: etappi.address, locale: 'fi-FI' })
  const page = await context.newPage()
  await page.goto('/sign-in?next=%2Fprojects')
  await signInHere(page, director)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hankkeet')
  await context.close()
})

test("another county's project looks like one that does not exist", async ({ page, expectedErrors }) => {
  expectedErrors.push(/404/)
  await signIn(page, 'johtaja@kanta-hame.example', '/projects')
  const see = async (address: string) => {
    const answer = await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page).toHaveTitle('Sivua ei löytynyt – Etappi')
    return { status: answer?.status(), text: await textWithFrame(page) }
  }
  for (const rest of ['', '/rounds/2025-Q4', '/steering', '/steering/2025-Q3', '/final-report']) {
    const theirs = await see(`/projects/kkk2${rest}`)
    const missing = await see(`/projects/ei-ole-olemassa${rest}`)
    expect(theirs.status, rest).toBe(404)
    expect(theirs, rest).toEqual(missing)
    expect(theirs.text).not.toContain('Kainuu')
  }
})

test('the accessibility statement opens without signing in and has its five items', async ({ page }) => {
  await page.goto('/accessibility')
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(5)
  await expectNoViolations(page)
})

test('the national reader finds what counties have published, and nothing else', async ({ page, expectedErrors }) => {
  expectedErrors.push(/404/)
  await signIn(page, 'katselija@kansallinen.example', '/projects')
  await page.getByRole('link', { name: 'Kestävän kasvun Kainuu II' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Q3/2025')
  await expectNoViolations(page)
  for (const rest of ['', '/rounds/2025-Q4', '/rounds', '/final-report']) {
    expect((await page.goto(`/projects/kkk2${rest}`))?.status(), rest).toBe(404)
  }
})
