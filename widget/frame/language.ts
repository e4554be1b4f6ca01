import { createContext } from 'preact';

/** Changes with the language on the screen. */
export const LanguageContext = createContext('');
