package org.plumbline.core.packet;

/**
 * What decoders share whose frame is one notification of known length.
 *
 * <p>A radio delivers a notification whole, so a whole frame always counts. A relay may cut one in pieces: pieces that
 * follow one another at once and together have the length that the first one announces are put together. Two cut
 * frames, as a connection that allows too few bytes gives them, are not taken for one.
 */
abstract class NotificationDecoder implements PacketDecoder {
    /** What {@link #frameLength} says of a frame of which too little has come to know. */
    static final int NOT_KNOWN_YET = Integer.MAX_VALUE;

    /** What {@link #frameLength} says where no frame begins. */
    static final int NO_FRAME = 0;

    /** The most a notification can carry (Bluetooth Core, attribute protocol). */
    private static final int LONGEST_NOTIFICATION = 512;

    private static final int ALIKE_BYTES = 4;

    /** Shorter than the time between two frames of any device here. */
    private static final long PIECES_WITHIN_MICROS = 5_000;

    final PacketCounts counts = new PacketCounts();
    private final byte[] pieces = new byte[LONGEST_NOTIFICATION];
    private int pieceBytes;
    private int firstPieceBytes;
    private long piecesSinceMicros;

    /** The length of the frame that begins there, or one of the two constants above. */
    abstract int frameLength(byte[] bytes, int from, int to);

    /** Why no frame begins there. */
    abstract DropReason refusal(byte[] bytes, int from, int to);

    /** Takes a frame of the right length. */
    abstract void frame(byte[] bytes, int from, int to, long arrivalMicros);

    @Override
    public final void accept(byte[] bytes, int from, int to, long arrivalMicros) {
        int length = to - from;
        if (length <= 0 || length > LONGEST_NOTIFICATION) {
            counts.drop(DropReason.WRONG_LENGTH);
            return;
        }
        int announced = frameLength(bytes, from, to);
        if (announced == length) {
            forgetPieces();
            frame(bytes, from, to, arrivalMicros);
        } else if (pieceBytes == 0 || !completes(bytes, from, to, arrivalMicros)) {
            forgetPieces();
            if (announced > length) {
                keepPiece(bytes, from, length, arrivalMicros);
            } else {
                counts.drop(announced == NO_FRAME ? refusal(bytes, from, to) : DropReason.WRONG_LENGTH);
            }
        }
    }

    @Override
    public void finish() {
        forgetPieces();
    }

    @Override
    public final PacketCounts counts() {
        return counts;
    }

    final void forgetPieces() {
        if (pieceBytes > 0) {
            counts.drop(DropReason.INCOMPLETE);
            pieceBytes = 0;
        }
    }

    /** Whether the bytes go on where the pieces end. */
    private boolean completes(byte[] bytes, int from, int to, long arrivalMicros) {
        int length = to - from;
        boolean inTime = arrivalMicros - piecesSinceMicros <= PIECES_WITHIN_MICROS;
        if (!inTime || pieceBytes + length > LONGEST_NOTIFICATION || beginsLikeTheFirst(bytes, from, length)) {
            return false;
        }
        System.arraycopy(bytes, from, pieces, pieceBytes, length);
        int together = pieceBytes + length;
        int announced = frameLength(pieces, 0, together);
        if (announced < together) {
            return false;
        }
        pieceBytes = together;
        if (announced == together) {
            pieceBytes = 0;
            frame(pieces, 0, together, arrivalMicros);
        }
        return true;
    }

    private boolean beginsLikeTheFirst(byte[] bytes, int from, int length) {
        if (length != firstPieceBytes || length < ALIKE_BYTES) {
            return false;
        }
        for (int index = 0; index < ALIKE_BYTES; index++) {
            if (bytes[from + index] != pieces[index]) {
                return false;
            }
        }
        return true;
    }

    private void keepPiece(byte[] bytes, int from, int length, long arrivalMicros) {
        System.arraycopy(bytes, from, pieces, 0, length);
        pieceBytes = length;
        firstPieceBytes = length;
        piecesSinceMicros = arrivalMicros;
    }
}
