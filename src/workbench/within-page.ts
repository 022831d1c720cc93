import { createContext } from 'react'

/** True below the head of a page: what fails there stands under the page's own heading. */
export const WithinPage = createContext(false)
