import { en } from './en';

/** All texts that people read. Another language is another object of the same type, chosen here. */
export const texts = en;
