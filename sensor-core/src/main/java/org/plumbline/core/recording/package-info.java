/** The open recording file, {@code trunk-imu-recording: 1}: read it, write it, and say exactly what is wrong with it. */
@NullMarked
package org.plumbline.core.recording;

import org.jspecify.annotations.NullMarked;
