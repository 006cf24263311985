package org.plumbline.server.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.storage.FullDisk;
import org.plumbline.server.training.NotSavedException;
import org.plumbline.server.web.UnknownEnd;
import org.plumbline.server.web.Words;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.annotation.MethodArgumentConversionNotSupportedException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.WebUtils;

/** Recordings in: {@code POST /api/recordings} for programs, {@code POST /sets} for the form on the list of sets. */
@Controller
class RecordingApi {
    private final RecordingUpload upload;
    private final TemporaryFiles temporary;
    private final Clock clock;

    RecordingApi(RecordingUpload upload, TemporaryFiles temporary, Clock clock) {
        this.clock = clock;
        this.temporary = temporary;
        this.upload = upload;
    }

    /**
     * @param set the set the recording became
     * @param page where to look at it
     * @param repetitions repetitions found
     */
    private record Kept(UUID set, String page, int repetitions, List<String> warnings) {}

    @PostMapping(path = "/api/recordings", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseBody
    ResponseEntity<?> take(
            @SignedIn Person me,
            @RequestParam("file") MultipartFile file,
            @RequestParam(required = false) @Nullable String recordedAt,
            HttpServletRequest request)
            throws IOException {
        RecordedTime recorded = RecordedTime.of(recordedAt, clock);
        @Nullable String refusal = refusal(request, recorded);
        if (refusal != null) {
            return ResponseEntity.of(ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, refusal))
                    .build();
        }
        UploadResult result = read(me, file, recorded);
        if (result.malformed() != null) {
            ProblemDetail problem =
                    ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, result.malformed());
            problem.setTitle(Words.say("training.upload.malformed"));
            problem.setProperty("warnings", result.warnings());
            if (result.set() != null) {
                problem.setProperty("set", result.set());
                problem.setProperty("page", "/sets/" + result.set());
            }
            return ResponseEntity.of(problem).build();
        }
        UUID set = Objects.requireNonNull(result.set(), "a recording read whole is a set");
        String page = "/sets/" + set;
        return ResponseEntity.created(URI.create(page))
                .body(new Kept(set, page, result.repetitions(), result.warnings()));
    }

    @PostMapping(path = "/sets", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String takeFromForm(
            @SignedIn Person me,
            @RequestParam("file") MultipartFile file,
            @RequestParam(required = false) @Nullable String recordedAt,
            HttpServletRequest request,
            RedirectAttributes redirect)
            throws IOException {
        RecordedTime recorded = RecordedTime.of(recordedAt, clock);
        @Nullable String refusal = refusal(request, recorded);
        if (refusal != null) {
            redirect.addFlashAttribute("notice", refusal);
            return "redirect:/sets";
        }
        if (file.isEmpty()) {
            redirect.addFlashAttribute("notice", Words.say("training.upload.none"));
            return "redirect:/sets";
        }
        try {
            UploadResult result = read(me, file, recorded);
            String said = Stream.concat(Stream.ofNullable(result.malformed()), result.notices().stream())
                    .collect(Collectors.joining(" "));
            if (!said.isEmpty()) {
                redirect.addFlashAttribute("notice", said);
            }
            return result.set() == null ? "redirect:/sets" : "redirect:/sets/" + result.set();
        } catch (RecordingUpload.BusyException
                | RecordingUpload.TooLongException
                | RecordingUpload.DeletedException
                | NotSavedException refused) {
            redirect.addFlashAttribute("notice", refused.getMessage());
            return "redirect:/sets";
        }
    }

    /** Why nothing of it is read, or null. */
    private static @Nullable String refusal(HttpServletRequest request, RecordedTime recorded) {
        if (hasMore(request)) {
            return Words.say("training.upload.one");
        }
        @Nullable String fault = recorded.fault();
        return fault == null ? null : Words.say("training.recorded.refused", fault);
    }

    /** Of several files one would be taken without a word about the others. */
    private static boolean hasMore(HttpServletRequest request) {
        MultipartHttpServletRequest parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        return parts != null
                && parts.getMultiFileMap().values().stream()
                                .mapToInt(List::size)
                                .sum()
                        > 1;
    }

    private UploadResult read(Person me, MultipartFile file, RecordedTime said) throws IOException {
        @Nullable String given = file.getOriginalFilename();
        String name = given == null || given.isBlank() ? "recording" : lastPart(given);
        Path copy = temporary.make("upload");
        try {
            file.transferTo(copy);
            return upload.take(me, copy, name, said);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** Some browsers send the whole path. */
    private static String lastPart(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    @ExceptionHandler({RecordingUpload.TooLongException.class, MaxUploadSizeExceededException.class})
    Object tooLarge(Exception large, HttpServletRequest request, RedirectAttributes redirect) {
        if (isLongName(large)) {
            return refuse(HttpStatus.BAD_REQUEST, Words.say("training.upload.name"), request, redirect);
        }
        String what = large instanceof RecordingUpload.TooLongException
                ? String.valueOf(large.getMessage())
                : Words.say("training.upload.large");
        return refuse(HttpStatus.CONTENT_TOO_LARGE, what, request, redirect);
    }

    /** Tomcat calls the whole too large where it is what stands before the file: nothing there is long but a name. */
    private static boolean isLongName(Exception large) {
        return String.valueOf(NestedExceptionUtils.getMostSpecificCause(large).getMessage())
                .startsWith("Header section has more than");
    }

    @ExceptionHandler
    Object noFile(MissingServletRequestPartException none, HttpServletRequest request, RedirectAttributes redirect) {
        return refuse(HttpStatus.BAD_REQUEST, Words.say("training.upload.no.file"), request, redirect);
    }

    @ExceptionHandler
    Object unreadable(MultipartException broken, HttpServletRequest request, RedirectAttributes redirect) {
        if (FullDisk.isNoRoom(NestedExceptionUtils.getMostSpecificCause(broken))) {
            throw broken;
        }
        return refuse(HttpStatus.BAD_REQUEST, Words.say("frame.error.no-form"), request, redirect);
    }

    /** A time is sent as text. */
    @ExceptionHandler
    Object aFileInItsPlace(
            MethodArgumentConversionNotSupportedException file,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return refuse(HttpStatus.BAD_REQUEST, Words.say("training.upload.one"), request, redirect);
    }

    @ExceptionHandler({RecordingUpload.BusyException.class, NotSavedException.class})
    Object busy(RuntimeException busy, HttpServletRequest request, RedirectAttributes redirect) {
        if (busy instanceof NotSavedException) {
            UnknownEnd.note(request, busy);
        }
        return refuse(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(busy.getMessage()), request, redirect);
    }

    @ExceptionHandler
    Object deleted(RecordingUpload.DeletedException deleted, HttpServletRequest request, RedirectAttributes redirect) {
        return refuse(HttpStatus.CONFLICT, String.valueOf(deleted.getMessage()), request, redirect);
    }

    private static Object refuse(
            HttpStatus status, String what, HttpServletRequest request, RedirectAttributes redirect) {
        if (request.getRequestURI().startsWith("/api/")) {
            return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, what))
                    .build();
        }
        redirect.addFlashAttribute("notice", what);
        return "redirect:/sets";
    }
}
