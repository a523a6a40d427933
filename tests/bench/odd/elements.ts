// The JSX runtime of the pages under look: React's own, with a look at everything that is handed to an element.
import { Fragment, jsx as makeElement, jsxs as makeElements } from 'react/jsx-runtime'
import { lookInto } from './looking'

export { Fragment }

export const jsx: typeof makeElement = (type, props, key) => {
  lookInto(props, nameOf(type))
  return makeElement(type, props, key)
}

export const jsxs: typeof makeElements = (type, props, key) => {
  lookInto(props, nameOf(type))
  return makeElements(type, props, key)
}

export const jsxDEV = jsx

const nameOf = (type: unknown): string =>
  typeof type === 'string' ? type : typeof type === 'function' ? type.name : 'element'
