// Tokens that the first view does without, and those for who needs more contrast.
export { default } from '../../shared/ui/tokens/more.css?inline';
