// By file for the widget, whose form shows text fields alone: a bundler keeps a file in one piece.
export { Select, type SelectProps } from './select.tsx';
export { TextArea, type TextAreaProps, TextField, type TextFieldProps } from './text-field.tsx';
