/**
 * Raw Bluetooth notifications to samples, one decoder per family of devices. What is wrong with a vendor's axes, signs
 * or scales is put right here and nowhere else. No radio, no vendor types: bytes in, samples out.
 */
@NullMarked
package org.plumbline.core.packet;

import org.jspecify.annotations.NullMarked;
