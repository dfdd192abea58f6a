import {
  ActionIcon,
  Alert,
  Button,
  createTheme,
  type MantineColorsTuple,
  Modal,
  Select,
  TextInput,
  Tooltip,
} from '@mantine/core';
import { texts } from '../texts';

const ink: MantineColorsTuple = [
  '#eef2fd',
  '#dbe3f8',
  '#b5c4ef',
  '#8ba3e6',
  '#6886de',
  '#5073d9',
  '#3f63d0',
  '#3450b8',
  '#2c46a5',
  '#213892',
];

/** Greys with a touch of blue; the last ones are the surfaces of the dark scheme. */
const dark: MantineColorsTuple = [
  '#e6e9ef',
  '#c2c9d6',
  '#9ba4b4',
  '#6b7485',
  '#3d4553',
  '#2c323d',
  '#20252e',
  '#1b1f27',
  '#161a21',
  '#12151b',
];

/** The look of the page: one accent, quiet greys, dense and even spacing. */
export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  colors: { ink, dark },
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SFMono-Regular', Menlo, Consolas, monospace",
  headings: {
    fontWeight: '650',
    sizes: { h1: { fontSize: '1.375rem', lineHeight: '1.3' }, h2: { fontSize: '1.0625rem' } },
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    // The colour is in the ground and the icon; the words stay dark enough to read.
    Alert: Alert.extend({ styles: { title: { color: 'var(--mantine-color-text)' } } }),
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, withArrow: true, multiline: true, maw: 320 } }),
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        overlayProps: { backgroundOpacity: 0.45, blur: 2 },
        closeButtonProps: { 'aria-label': texts.common.close },
      },
    }),
    TextInput: TextInput.extend({ defaultProps: { size: 'sm' } }),
    Select: Select.extend({ defaultProps: { size: 'sm' } }),
  },
});
