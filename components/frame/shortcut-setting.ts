/** Cookie in which a browser keeps whether keys of a single character are in use (WCAG 2.1.4). Read by scripts, too. */
export const shortcutCookie = 'shortcuts'

/** Whether keys of a single character work, from the cookie's text. */
export const singleKeysOn = (stored: string | undefined): boolean => stored !== 'off'

/** Where the setting is changed, and where all shortcuts are told. */
export const shortcutsAddress = '/shortcuts'
export const shortcutDataAddress = '/api/shortcuts'
